remise_tests(terminal/workbench remise_workbench)
add_dependencies(terminal_workbench_test remise-workbench)

# Its screen, without one.
remise_tests(terminal/workbench/screen remise_workbench_screen Qt6::Test PCH <QObject> <QString> <QVariantMap>)
target_sources(terminal_workbench_screen_test PRIVATE terminal/qt_application.cpp)

# The live image itself, on virtual machines.
add_test(NAME terminal/workbench/cycle COMMAND ${CMAKE_CURRENT_LIST_DIR}/cycle/run ${CMAKE_BINARY_DIR})
set_tests_properties(terminal/workbench/cycle PROPERTIES LABELS slow TIMEOUT 1200)
