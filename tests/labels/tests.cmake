remise_tests(labels remise_labels)
