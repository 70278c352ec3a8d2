# The whole house at once: real server, terminal and browser. `./test` fetches the browser's driver.
foreach(test journey pages printing)
    add_test(NAME browser/${test}
        COMMAND node --test-reporter=spec ${CMAKE_CURRENT_LIST_DIR}/${test}.test.mjs)
    set_tests_properties(browser/${test} PROPERTIES PROCESSORS 2 COST 300 TIMEOUT 300
        ENVIRONMENT "REMISE_BUILD=${CMAKE_BINARY_DIR}")
endforeach()
