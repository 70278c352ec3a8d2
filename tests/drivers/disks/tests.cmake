remise_tests(drivers/disks remise_disks remise_proof remise_wire)
target_sources(drivers_disks_test PRIVATE ${CMAKE_CURRENT_LIST_DIR}/pretended_kernel.cpp
    ${CMAKE_CURRENT_LIST_DIR}/flaky_guest.cpp ${CMAKE_CURRENT_LIST_DIR}/pretended_ata.cpp
    ${CMAKE_CURRENT_LIST_DIR}/pretended_nvme.cpp)

# Runs user-mode Linux, which makes drives with faults (guest/init), with the program as it ships.
add_executable(start-uml ${CMAKE_CURRENT_LIST_DIR}/guest/start_uml.cpp)
target_compile_options(start-uml PRIVATE ${tests_compile})
add_dependencies(drivers_disks_test start-uml remise-workbench)
# Of its time most is waiting for drives that are slow on purpose.
set_tests_properties(drivers/disks/flaky_drives_test PROPERTIES COST 60)

# Drives of a virtual machine, through Debian's own kernel.
add_executable(drives-job ${CMAKE_CURRENT_LIST_DIR}/machine/drives_job.cpp)
target_link_libraries(drives-job PRIVATE remise_proof)
target_compile_options(drives-job PRIVATE ${tests_compile})
add_test(NAME drivers/disks/machine COMMAND ${CMAKE_CURRENT_LIST_DIR}/machine/run ${CMAKE_BINARY_DIR})
set_tests_properties(drivers/disks/machine PROPERTIES LABELS slow TIMEOUT 300)
