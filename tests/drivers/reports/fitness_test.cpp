#include "drivers/reports/fitness.h"

#include <boost/test/unit_test.hpp>

using namespace remise::drivers::reports;

namespace {

constexpr std::int64_t gibibyte = std::int64_t{1} << 30;

/// Of 2018, with all that Windows 11 asks for.
Inventory laptop() {
    Inventory machine;
    machine.processors = {{"Intel(R) Core(TM) i5-8350U CPU @ 1.70GHz", "Intel", 4, 8, 3600}};
    machine.modules = {{8 * gibibyte, "DDR4", "2400 MT/s", "", 1}};
    machine.tpm = "2.0";
    machine.uefi = true;
    Drive drive;
    drive.kind = DriveKind::nvme;
    drive.bytes = 256'060'514'304;
    machine.drives = {drive};
    return machine;
}

Inventory withProcessor(const char* name) {
    Inventory machine = laptop();
    machine.processors[0].name = name;
    return machine;
}

std::vector<std::string> lacksOf(const Inventory& machine) {
    return windows11Fitness(machine).lacks;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(fitness_test)

BOOST_AUTO_TEST_CASE(a_machine_with_all_that_is_asked_for_is_fit) {
    BOOST_TEST(windows11Fitness(laptop()).isFit().value());
}

BOOST_AUTO_TEST_CASE(what_is_lacking_is_named) {
    Inventory machine = withProcessor("Intel(R) Core(TM) i5-6300U CPU @ 2.40GHz");
    machine.tpm = "1.2";
    machine.uefi = false;
    machine.modules[0].bytes = 2 * gibibyte;
    machine.drives[0].bytes = 32'000'000'000;
    machine.processors[0].cores = 1;
    const std::vector<std::string> all{"processor", "tpm", "uefi", "memory", "storage", "cores"};
    BOOST_TEST(lacksOf(machine) == all, boost::test_tools::per_element());
    BOOST_TEST(!windows11Fitness(machine).isFit().value());
}

BOOST_AUTO_TEST_CASE(what_nobody_said_leaves_it_open) {
    Inventory machine = laptop();
    machine.tpm.clear();
    BOOST_TEST(!windows11Fitness(machine).isFit().has_value());
    machine.uefi = false;
    BOOST_TEST(!windows11Fitness(machine).isFit().value());
}

BOOST_AUTO_TEST_CASE(processors_are_judged_by_their_makers_lists) {
    for (const char* listed :
         {"AMD Ryzen 5 5600X 6-Core Processor", "AMD Ryzen 3 3200U with Radeon Vega Mobile Gfx",
          "Intel(R) N100", "Intel(R) Celeron(R) N4100 CPU @ 1.10GHz", "Intel(R) Core(TM) Ultra 7 155H"})
        BOOST_TEST(lacksOf(withProcessor(listed)).empty(), listed);
    for (const char* refused :
         {"AMD Ryzen 5 2500U with Radeon Vega Mobile Gfx", "AMD Ryzen 7 1700 Eight-Core Processor",
          "Intel(R) Core(TM)2 Duo CPU E8400 @ 3.00GHz", "Intel(R) Pentium(R) CPU G645 @ 2.90GHz",
          "Intel(R) Atom(TM) CPU N455 @ 1.66GHz"})
        BOOST_TEST(lacksOf(withProcessor(refused)) == std::vector<std::string>{"processor"},
                   boost::test_tools::per_element());
    BOOST_TEST(!windows11Fitness(withProcessor("VIA Eden X2 U4200")).isFit().has_value());
}

BOOST_AUTO_TEST_CASE(classes_go_from_light_office_to_creation) {
    BOOST_TEST(performanceClass(laptop()).value() == 3);
    Inventory old = withProcessor("Intel(R) Core(TM)2 Duo CPU E8400 @ 3.00GHz");
    old.drives[0].kind = DriveKind::hdd;
    BOOST_TEST(performanceClass(old).value() == 1);
    Inventory office = withProcessor("Intel(R) Core(TM) i5-6500 CPU @ 3.20GHz");
    office.drives[0].kind = DriveKind::ssd;
    BOOST_TEST(performanceClass(office).value() == 2);
    Inventory creation = withProcessor("11th Gen Intel(R) Core(TM) i7-1165G7 @ 2.80GHz");
    creation.modules[0].bytes = 16 * gibibyte;
    BOOST_TEST(performanceClass(creation).value() == 4);
}

BOOST_AUTO_TEST_CASE(without_memory_or_processor_there_is_no_class) {
    Inventory machine = laptop();
    machine.modules.clear();
    BOOST_TEST(!performanceClass(machine).has_value());
    BOOST_TEST(!performanceClass(withProcessor("Intel(R) Xeon(R) CPU E5-2683 v3 @ 2.00GHz")).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
