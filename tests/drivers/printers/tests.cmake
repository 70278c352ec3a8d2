remise_tests(drivers/printers remise_drivers)
