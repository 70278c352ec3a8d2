# usb-emulator runs the shipped programs on emulated USB devices (tests/support/usb/main.cpp says how).
pkg_check_modules(UMOCKDEV REQUIRED IMPORTED_TARGET umockdev-1.0)
file(GLOB emulator CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/support/usb/*.cpp)
add_executable(usb-emulator ${emulator})
target_link_libraries(usb-emulator PRIVATE PkgConfig::UMOCKDEV Threads::Threads)
target_compile_options(usb-emulator PRIVATE ${tests_compile})

add_executable(usb-probe ${CMAKE_CURRENT_LIST_DIR}/probe.cpp)
target_link_libraries(usb-probe PRIVATE remise_drivers)
target_compile_options(usb-probe PRIVATE ${tests_compile})

remise_tests(drivers/usb remise_drivers)
target_sources(drivers_usb_test PRIVATE ${CMAKE_CURRENT_LIST_DIR}/on_usb.cpp)
add_dependencies(drivers_usb_test usb-emulator usb-probe remise-label)

# The same programs on a real kernel's USB, in a virtual machine.
add_executable(usb-gadget ${CMAKE_CURRENT_LIST_DIR}/guest/gadget.cpp
    ${CMAKE_CURRENT_SOURCE_DIR}/support/usb/device_words.cpp
    ${CMAKE_CURRENT_SOURCE_DIR}/support/usb/emulated_printer.cpp
    ${CMAKE_CURRENT_SOURCE_DIR}/support/usb/emulated_scanner.cpp)
target_compile_options(usb-gadget PRIVATE ${tests_compile})
add_test(NAME drivers/usb/guest COMMAND ${CMAKE_CURRENT_LIST_DIR}/guest/run ${CMAKE_BINARY_DIR})
set_tests_properties(drivers/usb/guest PROPERTIES LABELS slow TIMEOUT 300)
