remise_tests(server/proof remise_proof)
