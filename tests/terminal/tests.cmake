find_package(Qt6 6.4 REQUIRED COMPONENTS Test QuickTest)
remise_tests(terminal remise_terminal Qt6::Test)
target_sources(terminal_test PRIVATE terminal/floor.cpp terminal/qt_application.cpp terminal/small_server.cpp)

# The cards themselves, drawn without a screen.
add_executable(terminal_ui_test terminal/ui/ui_test_main.cpp)
target_link_libraries(terminal_ui_test PRIVATE remise_terminal Qt6::QuickTest)
set_target_properties(terminal_ui_test PROPERTIES AUTOMOC ON)
add_test(NAME terminal/ui COMMAND terminal_ui_test -input ${CMAKE_CURRENT_SOURCE_DIR}/terminal/ui)
set_tests_properties(terminal/ui PROPERTIES TIMEOUT 120
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_QUICK_BACKEND=software")

# The module's own check: every warning is a fault.
add_test(NAME terminal/qmllint COMMAND ${CMAKE_COMMAND} --build ${CMAKE_BINARY_DIR} --target remise_terminal_qmllint_json)
