# Our ZPL, drawn by a renderer that is not ours. `./test` fetches it.
add_test(NAME printers_render/render
    COMMAND node --test-reporter=spec ${CMAKE_CURRENT_LIST_DIR}/render.test.mjs)
set_tests_properties(printers_render/render PROPERTIES TIMEOUT 600 ENVIRONMENT "REMISE_BUILD=${CMAKE_BINARY_DIR}")
