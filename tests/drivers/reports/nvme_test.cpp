#include "drivers/reports/nvme.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/field_files.h"

using namespace remise::drivers::reports;

namespace {

std::vector<Drive> listed(std::string_view text) {
    const auto drives = readNvmeList(text);
    BOOST_REQUIRE(static_cast<bool>(drives));
    return *drives;
}

template <typename Outcome>
std::string refusalOf(const Outcome& outcome) {
    return outcome ? "read" : std::string(outcome.refusal().code());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(nvme_test)

BOOST_AUTO_TEST_CASE(a_real_list_names_its_drive,
                     *boost::unit_test::precondition(remise::tests::fieldFilesGiven)) {
    const std::string text = remise::tests::readFieldFile("netbox-agent/nvme-list.json");
    const auto drives = listed(text);
    BOOST_REQUIRE(drives.size() == 1U);
    BOOST_TEST(drives[0].device == "/dev/nvme0n1");
    BOOST_TEST(drives[0].model == "KXG60ZNV1T02 NVMe TOSHIBA 1024GB");
    BOOST_TEST(drives[0].serial.value() == "19FA109SK07N");
    BOOST_TEST(drives[0].firmware == "10604103");
    BOOST_TEST(drives[0].bytes.value() == 1024209543168);
    BOOST_TEST((drives[0].kind == DriveKind::nvme));
    for (std::size_t length = 0; length + 2 < text.size(); ++length)
        BOOST_TEST(refusalOf(readNvmeList(text.substr(0, length))) == "not_json");
}

BOOST_AUTO_TEST_CASE(a_real_controller_names_itself_without_the_blanks_around,
                     *boost::unit_test::precondition(remise::tests::fieldFilesGiven)) {
    const auto drive = readNvmeController(remise::tests::readFieldFile("ironlib/utils/nvme/nvmecli-id-ctrl"));
    BOOST_TEST(drive->model == "Samsung SSD 980 PRO 1TB");
    BOOST_TEST(drive->serial.value() == "S5P2NG0R824326R");
    BOOST_TEST(drive->firmware == "3B2QGXA7");
    BOOST_TEST(drive->bytes.value() == 1000204886016);
}

BOOST_AUTO_TEST_CASE(namespaces_of_one_drive_are_one_drive) {
    const auto drives = listed(R"({"Devices": [
        {"DevicePath": "/dev/nvme0n1", "ModelNumber": "PM983", "SerialNumber": "S48BNG0K1", "PhysicalSize": 100},
        {"DevicePath": "/dev/nvme0n2", "ModelNumber": "PM983", "SerialNumber": "S48BNG0K1", "PhysicalSize": 20},
        {"DevicePath": "/dev/nvme1n1", "ModelNumber": "PM983", "SerialNumber": "S48BNG0K2", "PhysicalSize": 7}]})");
    BOOST_REQUIRE(drives.size() == 2U);
    BOOST_TEST(drives[0].device == "/dev/nvme0n1");
    BOOST_TEST(drives[0].bytes.value() == 120);
    BOOST_TEST(drives[1].bytes.value() == 7);
}

BOOST_AUTO_TEST_CASE(drives_without_a_serial_stay_apart) {
    BOOST_TEST(listed(R"({"Devices": [{"ModelNumber": "PM983", "SerialNumber": "0000"},
                                      {"ModelNumber": "PM983", "SerialNumber": "0000"}]})")
                   .size() == 2U);
}

BOOST_AUTO_TEST_CASE(newer_lists_go_by_subsystem_and_controller) {
    const auto drives = listed(R"({"Devices": [{"HostNQN": "nqn", "Subsystems": [
        {"Subsystem": "nvme-subsys0", "Controllers": [
            {"Controller": "nvme0", "SerialNumber": "S4EVNF0M1", "ModelNumber": "Samsung SSD 970 EVO",
             "Firmware": "2B2QEXE7", "Namespaces": [{"NameSpace": "nvme0n1", "PhysicalSize": 500107862016}]}]},
        {"Subsystem": "nvme-subsys1", "Namespaces": [{"NameSpace": "nvme1n1", "PhysicalSize": 42}], "Controllers": [
            {"Controller": "nvme1", "SerialNumber": "S4EVNF0M2", "ModelNumber": "Samsung SSD 970 EVO"}]},
        {"Subsystem": "nvme-subsys2", "Controllers": [{"Controller": "nvme2", "SerialNumber": "S4EVNF0M3"}]}]}]})");
    BOOST_REQUIRE(drives.size() == 3U);
    BOOST_TEST(drives[0].device == "nvme0n1");
    BOOST_TEST(drives[0].bytes.value() == 500107862016);
    BOOST_TEST(drives[1].bytes.value() == 42);
    BOOST_TEST(drives[2].device == "nvme2");
    BOOST_TEST(!drives[2].bytes.has_value());
}

BOOST_AUTO_TEST_CASE(an_empty_list_is_no_drive_and_another_shape_is_refused) {
    BOOST_TEST(listed(R"({"Devices": []})").empty());
    BOOST_TEST(listed(R"({"Devices": [1, {"Subsystems": [2, {"Controllers": [3, "x"]}]}]})").empty());
    BOOST_TEST(refusalOf(readNvmeList(R"({"devices": []})")) == "report_lacks");
}

BOOST_AUTO_TEST_CASE(a_controller_may_be_told_as_text) {
    const auto drive = readNvmeController(
        "NVME Identify Controller:\nvid       : 0x144d\nsn        : S5P2NG0R824326R     \n"
        "mn        : Samsung SSD 980 PRO 1TB   \nfr        : 3B2QGXA7\ntnvmcap   : 1,000,204,886,016\n");
    BOOST_TEST(drive->model == "Samsung SSD 980 PRO 1TB");
    BOOST_TEST(drive->serial.value() == "S5P2NG0R824326R");
    BOOST_TEST(drive->bytes.value() == 1000204886016);
    BOOST_TEST(refusalOf(readNvmeController("vid : 0x144d\n")) == "report_lacks");
    BOOST_TEST(refusalOf(readNvmeController("")) == "report_lacks");
}

BOOST_AUTO_TEST_CASE(the_health_log_says_the_same_as_json_and_as_text) {
    const auto json = readNvmeSmartLog(
        R"({"critical_warning": 4, "avail_spare": 97, "spare_thresh": 10, "percent_used": 3,
            "power_on_hours": 2401})");
    const auto text = readNvmeSmartLog(
        "Smart Log for NVME device:nvme0 namespace-id:ffffffff\n"
        "critical_warning\t\t\t: 0x4\navailable_spare\t\t\t: 97%\navailable_spare_threshold\t\t: 10%\n"
        "percentage_used\t\t\t: 3%\npower_on_hours\t\t\t: 2,401\n");
    for (const auto& self : {json, text}) {
        BOOST_TEST(self->criticalWarning.value() == 4);
        BOOST_TEST(self->sparePercent.value() == 97);
        BOOST_TEST(self->spareThreshold.value() == 10);
        BOOST_TEST(self->wearPercent.value() == 3);
        BOOST_TEST(self->hours.value() == 2401);
    }
    BOOST_TEST(readNvmeSmartLog(R"({"critical_warning": {"value": 1}})")->criticalWarning.value() == 1);
    BOOST_TEST(refusalOf(readNvmeSmartLog(R"({"avail_spare": 97})")) == "report_lacks");
    BOOST_TEST(refusalOf(readNvmeSmartLog("NVMe status: Invalid Field")) == "report_lacks");
}

BOOST_AUTO_TEST_SUITE_END()
