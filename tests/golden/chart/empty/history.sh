# There is nothing to chart.
programme
