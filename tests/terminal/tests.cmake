find_package(Qt6 6.4 REQUIRED COMPONENTS Test QuickTest)
set(TERMINAL_PCH <QObject> <QPointer> <QString> <QTimer> <QUrl> <QVariantMap>)
remise_tests(terminal remise_terminal Qt6::Test PCH ${TERMINAL_PCH})
target_sources(terminal_test PRIVATE terminal/floor.cpp terminal/qt_application.cpp terminal/sent_work.cpp
    terminal/small_server.cpp terminal/workbench.cpp)
# A test stands in for the disk: SQLite, which Qt loads, finds our fsync before that of the C library.
set_target_properties(terminal_test PROPERTIES ENABLE_EXPORTS ON)

# A terminal without a screen that tests may kill.
add_executable(outbox_adder terminal/outbox_adder.cpp terminal/floor.cpp terminal/sent_work.cpp terminal/small_server.cpp)
target_compile_definitions(outbox_adder PRIVATE REMISE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
target_link_libraries(outbox_adder PRIVATE remise_terminal)
target_precompile_headers(outbox_adder REUSE_FROM remise-terminal)
add_dependencies(terminal_test outbox_adder)

add_executable(print_roll terminal/print_roll.cpp terminal/floor.cpp)
target_compile_definitions(print_roll PRIVATE REMISE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
target_link_libraries(print_roll PRIVATE remise_terminal)
target_precompile_headers(print_roll REUSE_FROM remise-terminal)
add_dependencies(terminal_test print_roll)

# The cards themselves, drawn without a screen.
add_executable(terminal_ui_test terminal/ui/ui_test_main.cpp)
target_link_libraries(terminal_ui_test PRIVATE remise_terminal Qt6::QuickTest)
target_precompile_headers(terminal_ui_test REUSE_FROM remise-terminal)
set_target_properties(terminal_ui_test PROPERTIES AUTOMOC ON)
add_test(NAME terminal/ui COMMAND terminal_ui_test -input ${CMAKE_CURRENT_SOURCE_DIR}/terminal/ui)
set_tests_properties(terminal/ui PROPERTIES TIMEOUT 120
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_QUICK_BACKEND=software")

# Every warning of qmllint is a fault.
file(GLOB_RECURSE terminal_qml CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/terminal/ui/*.qml)
add_test(NAME terminal/qmllint COMMAND Qt6::qmllint --bare -I ${CMAKE_BINARY_DIR}/qml
    -I ${QT6_INSTALL_PREFIX}/${QT6_INSTALL_QML} ${terminal_qml})
