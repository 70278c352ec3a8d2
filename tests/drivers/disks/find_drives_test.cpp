#include "drivers/disks/find_drives.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "tests/drivers/disks/pretended_kernel.h"

using namespace remise;
using namespace drivers::disks;
using test::PretendedKernel;

namespace {

Drive only(const PretendedKernel& kernel) {
    const auto drives = findDrives(kernel.look());
    BOOST_REQUIRE_EQUAL(drives.size(), 1u);
    return drives.front();
}

/// mountinfo's line of a device (proc(5)).
std::string mounted(const std::string& numbers, const std::string& place, const std::string& source) {
    return "22 1 " + numbers + " / " + place + " rw,relatime shared:1 - ext4 " + source + " rw\n";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(find_drives_test)

BOOST_AUTO_TEST_CASE(a_disk_says_who_it_is_and_how_large) {
    PretendedKernel kernel;
    kernel.addDisk("sda", "  WD-WX11A ");
    const Drive drive = only(kernel);
    BOOST_TEST(drive.name == "sda");
    BOOST_TEST(drive.path == kernel.root() / "dev/sda");
    BOOST_TEST(drive.identity.serial == "WD-WX11A");
    BOOST_TEST(drive.identity.model == "SPINNER 1000");
    BOOST_TEST(drive.identity.firmware == "1.01");
    BOOST_TEST(drive.bytes == 1'000'000'000u);
    BOOST_TEST(drive.sector == 512u);
    BOOST_TEST(drive.physicalSector == 4096u);
    BOOST_TEST((drive.medium == Medium::hdd));
    BOOST_TEST((drive.excluded == Reason::none));
}

BOOST_AUTO_TEST_CASE(a_drive_behind_a_translation_is_known_by_its_own_words) {
    PretendedKernel kernel;
    kernel.addDisk(
        "sda", "DOCK0001",
        {{"device/vpd_pg89", test::ataPage("S3Z5NB0K", "A LONG NAME OF A SOLID STATE DRIVE", "RVT04B6Q")},
         {"queue/rotational", "0\n"}});
    const Drive drive = only(kernel);
    BOOST_TEST(drive.identity.serial == "S3Z5NB0K");
    BOOST_TEST(drive.identity.model == "A LONG NAME OF A SOLID STATE DRIVE");
    BOOST_TEST(drive.identity.firmware == "RVT04B6Q");
    BOOST_TEST((drive.medium == Medium::ssd));
}

BOOST_AUTO_TEST_CASE(what_a_drive_says_can_be_printed_whatever_it_is) {
    PretendedKernel kernel;
    kernel.addDisk("sda", "WD\x01\xff-WX11A");
    BOOST_TEST(only(kernel).identity.serial == "WD\?\?-WX11A");
}

BOOST_AUTO_TEST_CASE(what_hangs_on_usb_and_says_nothing_else_is_known_by_its_serial_there) {
    PretendedKernel kernel;
    kernel.write("sys/devices/pci0/usb1/1-1/idVendor", "0951\n");
    kernel.write("sys/devices/pci0/usb1/1-1/serial", "STICK-0001\n");
    kernel.add("sdb", "pci0/usb1/1-1/1-1:1.0/host3",
               {{"size", "8\n"}, {"device/vendor", "MAKER\n"}, {"device/model", "STICK\n"}});
    BOOST_TEST(only(kernel).identity.serial == "STICK-0001");
    BOOST_TEST(only(kernel).identity.model == "MAKER STICK");
}

BOOST_AUTO_TEST_CASE(an_nvme_drive_and_an_emmc_tell_in_their_own_ways) {
    PretendedKernel kernel;
    kernel.add("nvme0n1", "pci1/nvme/nvme0",
               {{"size", "8\n"}, {"device/serial", "S4EWNX0R  \n"}, {"device/model", "FAST 500\n"}});
    kernel.add("mmcblk0", "mmc0",
               {{"size", "8\n"}, {"device/serial", "0x1a2b3c4d\n"}, {"device/type", "MMC\n"}});
    kernel.add("mmcblk0boot0", "mmc0boot0", {{"size", "8\n"}, {"device/type", "MMC\n"}});
    const auto drives = findDrives(kernel.look());
    BOOST_REQUIRE_EQUAL(drives.size(), 2u);
    BOOST_TEST(drives[0].identity.serial == "0x1a2b3c4d");
    BOOST_TEST((drives[0].medium == Medium::emmc));
    BOOST_TEST(drives[1].identity.serial == "S4EWNX0R");
    BOOST_TEST((drives[1].medium == Medium::nvme));
}

BOOST_AUTO_TEST_CASE(what_is_no_drive_is_not_in_the_list) {
    PretendedKernel kernel;
    for (const auto* name : {"sr0", "ram0", "zram0", "fd0", "md0", "loop0", "dm-0"})
        kernel.add(name, std::string("virtual/") + name, {{"size", "8\n"}});
    kernel.addDisk("sdb", "EMPTYSLOT", {{"size", "0\n"}});
    BOOST_TEST(findDrives(kernel.look()).empty());
}

BOOST_AUTO_TEST_CASE(the_path_by_id_is_the_one_that_people_can_read) {
    PretendedKernel kernel;
    kernel.addDisk("sda", "WD-WX11A");
    for (const auto* name : {"wwn-0x5000", "ata-SPINNER_WD-WX11A"})
        std::filesystem::create_symlink("../../sda", kernel.root() / "dev/disk/by-id" / name);
    std::filesystem::create_symlink("../../sda1",
                                    kernel.root() / "dev/disk/by-id/ata-SPINNER_WD-WX11A-part1");
    BOOST_TEST(only(kernel).byId.filename() == "ata-SPINNER_WD-WX11A");
}

BOOST_AUTO_TEST_CASE(a_disk_of_which_a_part_is_mounted_is_left_alone) {
    PretendedKernel kernel;
    kernel.addDisk("sda", "WD-WX11A");
    kernel.addPart("sda", "sda2");
    kernel.write("proc/self/mountinfo", mounted(kernel.numbers("sda2"), "/mnt", "/dev/sda2"));
    BOOST_TEST((only(kernel).excluded == Reason::mounted));
}

BOOST_AUTO_TEST_CASE(a_file_system_with_numbers_of_its_own_is_found_by_its_source) {
    PretendedKernel kernel;
    kernel.addDisk("sda", "WD-WX11A");
    kernel.addPart("sda", "sda2");
    kernel.write("proc/self/mountinfo", mounted("0:41", "/mnt", "/dev/sda2"));
    BOOST_TEST((only(kernel).excluded == Reason::mounted));
}

BOOST_DATA_TEST_CASE(the_boot_medium_is_left_alone_and_called_so,
                     boost::unit_test::data::make({"/", "/boot/efi", "/run/live/medium"}), place) {
    PretendedKernel kernel;
    kernel.addDisk("sda", "WD-WX11A");
    kernel.addPart("sda", "sda1");
    kernel.write("proc/self/mountinfo", mounted(kernel.numbers("sda1"), place, "/dev/sda1") +
                                            mounted(kernel.numbers("sda1"), "/mnt", "/dev/sda1"));
    BOOST_TEST((only(kernel).excluded == Reason::bootMedium));
}

BOOST_AUTO_TEST_CASE(a_boot_medium_that_is_told_by_a_part_of_it_is_left_alone) {
    PretendedKernel kernel;
    kernel.addDisk("sda", "WD-WX11A");
    kernel.addPart("sda", "sda1");
    Look look = kernel.look();
    look.bootMedia = {"sda1"};
    BOOST_TEST((findDrives(look).at(0).excluded == Reason::bootMedium));
}

BOOST_AUTO_TEST_CASE(a_disk_that_is_swapped_to_is_left_alone) {
    PretendedKernel kernel;
    kernel.addDisk("sda", "WD-WX11A");
    kernel.addPart("sda", "sda3");
    kernel.write("proc/swaps", "Filename\tType\tSize\tUsed\tPriority\n/dev/sda3 partition\t8\t0\t-2\n");
    BOOST_TEST((only(kernel).excluded == Reason::swap));
}

BOOST_AUTO_TEST_CASE(a_disk_that_is_part_of_a_volume_is_left_alone) {
    PretendedKernel kernel;
    kernel.addDisk("sda", "WD-WX11A");
    kernel.addPart("sda", "sda1");
    kernel.write("sys/block/sda/sda1/holders/dm-0", "");
    BOOST_TEST((only(kernel).excluded == Reason::held));
}

BOOST_DATA_TEST_CASE(a_volume_of_a_controller_is_left_alone_as_its_disks_hide_behind_it,
                     boost::unit_test::data::make({"DELL", "HP", "LSI", "MAKER"}) ^
                         boost::unit_test::data::make({"PERC H710P", "LOGICAL VOLUME", "MR9260-4i",
                                                       "PLAIN NAME"}) ^
                         boost::unit_test::data::make({"", "", "", "RAID 5\n"}),
                     vendor, model, level) {
    PretendedKernel kernel;
    kernel.addDisk("sda", "00a1b2c3d4e5",
                   {{"device/vendor", vendor}, {"device/model", model}, {"device/raid_level", level}});
    BOOST_TEST((only(kernel).excluded == Reason::raidVolume));
}

BOOST_AUTO_TEST_CASE(a_disk_that_a_controller_passes_through_is_a_disk) {
    PretendedKernel kernel;
    kernel.addDisk(
        "sda", "00a1b2c3d4e5",
        {{"device/vendor", "SEAGATE"}, {"device/model", "ST300MM0006"}, {"device/raid_level", "N/A\n"}});
    BOOST_TEST((only(kernel).excluded == Reason::none));
}

BOOST_AUTO_TEST_CASE(what_may_not_be_written_to_is_left_alone) {
    PretendedKernel kernel;
    kernel.addDisk("sda", "WD-WX11A", {{"ro", "1\n"}});
    BOOST_TEST((only(kernel).excluded == Reason::readOnly));
}

BOOST_AUTO_TEST_CASE(a_stick_is_left_alone_unless_it_is_asked_for) {
    PretendedKernel kernel;
    kernel.addDisk("sdb", "STICK001", {{"removable", "1\n"}});
    BOOST_TEST((only(kernel).excluded == Reason::removable));
    Look look = kernel.look();
    look.removable = Take::yes;
    BOOST_TEST((findDrives(look).at(0).excluded == Reason::none));
}

BOOST_DATA_TEST_CASE(a_drive_that_cannot_be_told_from_another_is_left_alone,
                     boost::unit_test::data::make({"", "0000000000", "To be filled by O.E.M."}), serial) {
    PretendedKernel kernel;
    kernel.addDisk("sda", serial);
    BOOST_TEST((only(kernel).excluded == Reason::noSerial));
}

BOOST_AUTO_TEST_CASE(two_drives_of_one_serial_are_both_left_alone) {
    PretendedKernel kernel;
    kernel.addDisk("sda", "DOCK0001");
    kernel.addDisk("sdb", "dock0001 ");
    kernel.addDisk("sdc", "WD-WX11A");
    const auto drives = findDrives(kernel.look());
    BOOST_TEST((drives.at(0).excluded == Reason::serialTwice));
    BOOST_TEST((drives.at(1).excluded == Reason::serialTwice));
    BOOST_TEST((drives.at(2).excluded == Reason::none));
}

BOOST_AUTO_TEST_SUITE_END()
