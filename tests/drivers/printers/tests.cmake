remise_tests(drivers/printers remise_drivers)
target_sources(drivers_printers_test PRIVATE ${CMAKE_CURRENT_LIST_DIR}/explained_stream.cpp)
