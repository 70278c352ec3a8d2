remise_tests(server/impact program_fixture)
