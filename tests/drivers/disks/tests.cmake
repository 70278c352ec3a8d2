remise_tests(drivers/disks remise_disks)
target_sources(drivers_disks_test PRIVATE ${CMAKE_CURRENT_LIST_DIR}/pretended_kernel.cpp)
