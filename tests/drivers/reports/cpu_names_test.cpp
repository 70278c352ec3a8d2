#include "drivers/reports/cpu_names.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

using namespace remise::drivers::reports;
namespace data = boost::unit_test::data;

namespace {

struct Known {
    const char* name;
    int generation;  ///< 0: none
};

std::ostream& operator<<(std::ostream& out, const Known& known) {
    return out << known.name;
}

const std::vector<Known> known{{"Intel(R) Core(TM) i5-8350U CPU @ 1.70GHz", 8},
                               {"Intel(R) Core(TM) i3-2100 CPU @ 3.10GHz", 2},
                               {"Intel(R) Core(TM) i5 CPU         650  @ 3.20GHz", 1},
                               {"Intel(R) Core(TM) i5 CPU       M 520  @ 2.40GHz", 1},
                               {"Intel(R) Core(TM) i7-10510U CPU @ 1.80GHz", 10},
                               {"11th Gen Intel(R) Core(TM) i7-1165G7 @ 2.80GHz", 11},
                               {"Intel(R) Core(TM) i5-1035G1 CPU @ 1.00GHz", 10},
                               {"12th Gen Intel(R) Core(TM) i5-1235U", 12},
                               {"13th Gen Intel(R) Core(TM) i9-13900K", 13},
                               {"Intel(R) Core(TM) m3-7Y30 CPU @ 1.00GHz", 7},
                               {"Intel(R) Core(TM) M-5Y10c CPU @ 0.80GHz", 5},
                               {"Intel(R) Core(TM) i5-8200Y CPU @ 1.30GHz", 8},
                               {"Intel(R) Core(TM) i3-N305", 12},
                               {"Intel(R) Core(TM)2 Duo CPU     E8400  @ 3.00GHz", 0},
                               {"Intel(R) Pentium(R) CPU G645 @ 2.90GHz", 0},
                               {"Intel(R) Atom(TM) CPU N455   @ 1.66GHz", 0},
                               {"Intel(R) Xeon(R) CPU E5-2683 v3 @ 2.00GHz", 0},
                               {"AMD Ryzen 7 PRO 3700U w/ Radeon Vega Mobile Gfx", 3},
                               {"AMD Ryzen 5 5600X 6-Core Processor", 5},
                               {"AMD Ryzen 3 PRO 3200GE w/ Radeon Vega Graphics", 3},
                               {"AMD Phenom(tm) 9650 Quad-Core Processor", 0},
                               {"", 0}};

}  // namespace

BOOST_AUTO_TEST_SUITE(cpu_names_test)

BOOST_DATA_TEST_CASE(the_generation_stands_in_the_number, data::make(known), cpu) {
    BOOST_TEST(readCpuName(cpu.name).generation.value_or(0) == cpu.generation);
}

BOOST_AUTO_TEST_CASE(lines_are_told_apart) {
    const auto isLine = [](const char* name, CpuLine line) { return readCpuName(name).line == line; };
    BOOST_TEST(isLine("Intel(R) Core(TM)2 Quad CPU Q6600 @ 2.40GHz", CpuLine::intelCore2));
    BOOST_TEST(isLine("Intel(R) Core(TM) Ultra 7 155H", CpuLine::intelCoreUltra));
    BOOST_TEST(isLine("Intel(R) Core(TM) 5 120U", CpuLine::intelCoreUltra));
    BOOST_TEST(isLine("Intel(R) N100", CpuLine::intelN));
    BOOST_TEST(isLine("Intel(R) Celeron(R) N4100 CPU @ 1.10GHz", CpuLine::intelSmall));
    BOOST_TEST(isLine("AMD Athlon(tm) II X4 600e Processor", CpuLine::athlon));
    BOOST_TEST(isLine("Cortex-A53", CpuLine::other));
}

BOOST_AUTO_TEST_SUITE_END()
