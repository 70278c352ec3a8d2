remise_tests(server/impact remise_impact)
