#include "drivers/reports/chassis.h"

namespace remise::drivers::reports {

namespace {

struct Row {
    std::string_view chassis, category;
};

/// Names of SMBIOS (DSP0134, 7.4.1) as the tools write them, small letters only.
constexpr Row rows[] = {{"laptop", "laptop"},
                        {"notebook", "laptop"},
                        {"subnotebook", "laptop"},
                        {"portable", "laptop"},
                        {"convertible", "laptop"},
                        {"handheld", "tablet"},
                        {"tablet", "tablet"},
                        {"detachable", "tablet"},
                        {"desktop", "desktop"},
                        {"lowprofiledesktop", "desktop"},
                        {"pizzabox", "desktop"},
                        {"minitower", "desktop"},
                        {"tower", "desktop"},
                        {"spacesaving", "desktop"},
                        {"lunchbox", "desktop"},
                        {"allinone", "desktop"},
                        {"minipc", "desktop"},
                        {"stickpc", "desktop"},
                        {"rackmountchassis", "server"},
                        {"mainserverchassis", "server"},
                        {"mainsystemchassis", "server"},
                        {"blade", "server"},
                        {"bladeenclosure", "server"},
                        {"multisystem", "server"},
                        {"server", "server"},
                        {"netbook", "laptop"},
                        {"lowprofile", "desktop"},
                        {"desktopcomputer", "desktop"},
                        {"ultraslim", "desktop"},
                        {"sealedcasepc", "desktop"},
                        {"busexpansionchassis", "server"}};

}  // namespace

std::string categoryOfChassis(std::string_view chassis) {
    std::string letters;
    for (const char c : chassis) {
        if (c >= 'a' && c <= 'z') letters += c;
        if (c >= 'A' && c <= 'Z') letters += static_cast<char>(c - 'A' + 'a');
    }
    for (const Row& row : rows)
        if (row.chassis == letters) return std::string(row.category);
    return {};
}

}  // namespace remise::drivers::reports
