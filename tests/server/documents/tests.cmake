remise_tests(server/documents program_fixture)
