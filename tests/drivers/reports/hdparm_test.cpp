#include "drivers/reports/hdparm.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/field_files.h"

using namespace remise::drivers::reports;

namespace {

const std::string begun =
    "/dev/sda:\n\nATA device, with non-removable media\n\tModel Number:       WDC WD10EZEX\n";

Drive read(std::string_view text) {
    const auto drive = readHdparm(text);
    BOOST_REQUIRE(static_cast<bool>(drive));
    return *drive;
}

std::optional<bool> lockIn(const std::string& lines) {
    return read(begun + "Security: \n" + lines + "Checksum: correct\n").locked;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(hdparm_test)

BOOST_AUTO_TEST_CASE(real_drives_are_read_as_they_are,
                     *boost::unit_test::precondition(remise::tests::fieldFilesGiven)) {
    const Drive evo = read(remise::tests::readFieldFile("ironlib/utils/hdparm/hdparm-i"));
    BOOST_TEST(evo.device == "/dev/sda");
    BOOST_TEST(evo.model == "Samsung SSD 850 EVO 2TB");
    BOOST_TEST(evo.serial.value() == "S2RLNX0H700433B");
    BOOST_TEST(evo.firmware == "EMT02B6Q");
    BOOST_TEST(evo.bytes.value() == 3907029168 * 512);
    BOOST_TEST((evo.kind == DriveKind::ssd));
    BOOST_TEST(!evo.locked.value());
    const Drive pm830 = read(remise::tests::readFieldFile("glpi-agent/hdparm/linux1"));
    BOOST_TEST(pm830.serial.value() == "S0XPNYAD412339");
    BOOST_TEST(pm830.bytes.value() == 256060514304);
}

BOOST_AUTO_TEST_CASE(a_text_cut_anywhere_never_unlocks_a_drive,
                     *boost::unit_test::precondition(remise::tests::fieldFilesGiven)) {
    std::string whole = remise::tests::readFieldFile("ironlib/utils/hdparm/hdparm-i");
    whole.replace(whole.find("not\tlocked"), 10, "\tlocked");
    for (std::size_t length = 0; length < whole.size(); ++length)
        if (const auto drive = readHdparm(whole.substr(0, length)))
            if (drive->locked) BOOST_TEST(*drive->locked);
}

BOOST_AUTO_TEST_CASE(a_lock_is_a_lock_only_in_the_section_of_security) {
    BOOST_TEST(lockIn("\t\tsupported\n\t\tenabled\n\t\tlocked\n\tnot\tfrozen\n").value());
    BOOST_TEST(!lockIn("\t\tsupported\n\tnot\tenabled\n\tnot\tlocked\n").value());
    BOOST_TEST(!lockIn("").has_value());
    BOOST_TEST(!read(begun + "Capabilities:\n\t\tlocked\n").locked.has_value());
}

BOOST_AUTO_TEST_CASE(small_and_large_drives_tell_their_size_by_sectors) {
    BOOST_TEST(read(begun + "\tLBA    user addressable sectors:   78165360\n").bytes.value() == 40020664320);
    BOOST_TEST(read(begun + "\tLBA    user addressable sectors:  268435455\n"
                            "\tLBA48  user addressable sectors: 1953525168\n"
                            "\tLogical/Physical Sector size:           512 bytes\n")
                   .bytes.value() == 1000204886016);
    BOOST_TEST(read(begun + "\tLBA48  user addressable sectors: 244190646\n"
                            "\tLogical  Sector size:                  4096 bytes\n")
                   .bytes.value() == 1000204886016);
    BOOST_TEST(!read(begun + "\tLBA48  user addressable sectors: 999999999999999999\n").bytes.has_value());
}

BOOST_AUTO_TEST_CASE(what_names_no_drive_is_refused) {
    BOOST_TEST(readHdparm("").refusal().code() == "report_lacks");
    BOOST_TEST(readHdparm("/dev/sda:\nSG_IO: bad/missing sense data\n").refusal().code() == "report_lacks");
}

BOOST_AUTO_TEST_SUITE_END()
