"""What single texts mean: numbers, years, units, headers, directions, kinds."""
