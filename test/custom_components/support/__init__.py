"""Stand-ins that the tests of the integration share."""
