"""A calendar whose events stand in the configuration: core has none that can be written without more packages."""
