remise_tests(server/workshop program_fixture)
