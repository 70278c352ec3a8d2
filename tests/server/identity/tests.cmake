remise_tests(server/identity remise_identity)
