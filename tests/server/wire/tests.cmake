remise_tests(server/wire remise_wire)
