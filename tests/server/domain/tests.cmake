remise_tests(server/domain remise_domain)
