remise_tests(drivers/reports remise_reports)
