programme "Test programme"
