#pragma once

#include <string_view>

namespace remise::drivers::disks {

/// Why a drive was left alone, or why it is not erased. One list, so that a screen needs one list of words.
enum class Reason {
    none,
    // Left alone, whatever a job says.
    bootMedium,     ///< the system that runs now came from it
    mounted,        ///< it, or a part of it
    swap,           ///< the same
    held,           ///< part of a volume (device-mapper, RAID), or opened by another program
    raidVolume,     ///< made by a controller of disks that hide behind it
    readOnly,       ///< the kernel may not write to it
    removable,      ///< a stick or a card: somebody's, or our own
    noSerial,       ///< it cannot be told from another
    serialTwice,    ///< nor can this one
    notInJob,       ///< nobody asked for it
    notFound,       ///< it was asked for, and is not there
    serialChanged,  ///< what was opened is another drive
    // Begun, and not erased.
    stopped,
    timeout,   ///< it stopped answering
    vanished,  ///< it was pulled out, or died
    writeErrors,
    unreadableSectors,
    hiddenAreaLeft,
    frozen,   ///< its security commands are locked until it is without power
    refused,  ///< it did none of what its kind of medium needs
    verificationFailed,
};

/// As reports spell it: "boot_medium", "no_serial"…; empty for none.
[[nodiscard]] std::string_view reasonName(Reason);

}  // namespace remise::drivers::disks
