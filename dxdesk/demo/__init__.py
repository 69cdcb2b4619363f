"""The sample ward: an invented ward whose dossiers look like a real one's (issue 2, point 10).

Pure: everything follows from a seed, a last day and a working calendar. No name, number or place
is anybody's: citizen numbers carry a province code that was never given out (099), phones a
prefix without subscribers (095), dossier codes an agency that does not exist (H99.12).
"""
