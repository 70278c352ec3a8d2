remise_tests(drivers/scanners remise_drivers)
