#define BOOST_TEST_MODULE remise
#include <boost/test/unit_test.hpp>

/// What Fontconfig has read of the system's fonts stays until the program ends, behind marked pointers that
/// the leak checker cannot follow; it does not grow with the labels drawn.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libfontconfig\n";
}
