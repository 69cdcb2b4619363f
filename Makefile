# Other names for the commands of run.py, for hands that type make.
.PHONY: run test check bench bundle
run:
	python3 run.py
test check bench bundle:
	python3 run.py $@
