remise_tests(db remise_db)
