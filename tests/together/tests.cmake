# Real terminals at a real server with its database, in one program with the people who work at them.
remise_tests(together program_fixture remise_terminal PCH ${TERMINAL_PCH})
target_sources(together_test PRIVATE together/desk.cpp together/house.cpp together/wire.cpp together/wrong_clock.cpp
    terminal/qt_application.cpp terminal/small_server.cpp)
add_dependencies(together_test remise-server)
