#define BOOST_TEST_MODULE remise
#include <boost/test/unit_test.hpp>
