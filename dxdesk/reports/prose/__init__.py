"""The sentences of the reports in prose: data with named values, which the ward may word anew."""
