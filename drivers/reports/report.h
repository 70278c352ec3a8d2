#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/domain/outcome.h"

/// What an inventory says, whatever tool made it. Empty text and missing numbers mean "not said". Serial
/// numbers are there only when they are identities. All text went through cleanText.
namespace remise::drivers::reports {

/// `diagnostics`: what another tool says of a device that it erased or tested.
enum class ReportFormat { glpiJson, workbench, xml, zlib, nwipeLog, diagnostics, unknown };

/// A quick look at the beginning and a few marks; the parser decides.
[[nodiscard]] ReportFormat detectFormat(std::string_view bytes);

struct Processor {
    std::string name;
    std::string maker;
    std::optional<int> cores;
    std::optional<int> threads;  ///< of the whole processor, not per core
    std::optional<int> megahertz;
};

struct MemoryModule {
    std::int64_t bytes = 0;
    std::string type;   ///< DDR4, LPDDR3…
    std::string speed;  ///< as said: "1867", "1600 MT/s"
    std::string maker;
    std::optional<int> slot;
};

/// `other` where the report does not tell turning from solid state: whoever erases looks for itself.
enum class DriveKind { hdd, ssd, nvme, emmc, other };
[[nodiscard]] std::string_view driveKindName(DriveKind);

/// What a drive says of its own state (SMART, NVMe's health log), as the drive counts; empty when not said.
struct SelfReport {
    std::optional<bool> passed;  ///< its own verdict on itself
    std::optional<std::int64_t> hours;
    std::optional<std::int64_t> reallocated;      ///< sectors replaced by spare ones
    std::optional<std::int64_t> pending;          ///< sectors that could not be read and wait for a write
    std::optional<std::int64_t> wearPercent;      ///< used of the life its maker gives it; may exceed 100
    std::optional<std::int64_t> sparePercent;     ///< spare blocks left
    std::optional<std::int64_t> spareThreshold;   ///< below which its maker worries
    std::optional<std::int64_t> criticalWarning;  ///< NVMe's bits
};

enum class DriveHealth { unknown, ok, worn, failing };
[[nodiscard]] std::string_view driveHealthName(DriveHealth);

/// Part of the machine, may hold data, to be erased.
struct Drive {
    std::string device;  ///< name given by the system of that day: sda, nvme0n1, \\.\PHYSICALDRIVE0
    std::string maker;
    std::string model;
    std::string firmware;
    std::optional<std::string> serial;
    DriveKind kind = DriveKind::other;
    std::optional<std::int64_t> bytes;
    std::optional<bool> locked;  ///< by a password of its own
    SelfReport self;
};

enum class MediumKind { optical, floppy, usb, cardReader };
[[nodiscard]] std::string_view mediumKindName(MediumKind);

/// Plugged or put in, no part of the machine; never offered for erasure by itself.
struct Medium {
    std::string device;
    std::string model;
    MediumKind kind = MediumKind::usb;
};

struct Battery {
    std::string name;
    std::string maker;
    std::string chemistry;
    std::optional<std::string> serial;
    std::optional<std::int64_t> designMwh;
    std::optional<std::int64_t> fullMwh;

    /// What is left of the design capacity, rounded down, at most 100; empty unless both are known and
    /// likely.
    [[nodiscard]] std::optional<int> healthPercent() const;
};

struct Graphics {
    std::string maker;
    std::string model;
};

struct Screen {
    std::string maker;
    std::string model;
    std::optional<std::string> serial;
    std::optional<int> year;  ///< of making
    int widthMm = 0, heightMm = 0;
    int widthPixels = 0, heightPixels = 0;
};

/// What stands between the next owner and the machine; of phones an owner's account (Find My, factory reset
/// protection), a company's management, a network's lock.
enum class Lock { powerOnPassword, administratorPassword, drivePassword, ownerAccount, management, network };
[[nodiscard]] std::string_view lockName(Lock);

enum class TestOutcome { passed, failed, notDone };
[[nodiscard]] std::string_view testOutcomeName(TestOutcome);

struct DeviceTest {
    std::string name;  ///< in the tool's own words
    TestOutcome outcome = TestOutcome::notDone;
};

/// A file of the report that could not be read, and why.
struct Note {
    std::string file;
    domain::Refusal why;
};

struct Inventory {
    std::string deviceId;  ///< the agent's name for the machine, not an identity
    bool partial = false;  ///< says only what changed since the last full one: missing lists mean nothing
    std::string itemType;  ///< Computer, Phone, Printer… as said
    std::string category;  ///< guess: laptop, desktop, tablet, phone, printer, server, network; or empty
    std::string chassis;   ///< Laptop, Mini Tower… as said
    std::string maker;
    std::string model;    ///< the name that people use
    std::string product;  ///< the maker's number for it, where the name is another
    std::optional<std::string> serial;
    std::optional<std::string> boardSerial;
    std::optional<std::string> uuid;
    std::optional<std::string> assetTag;  ///< the donor's number
    std::vector<std::string> imeis;
    std::string name;                         ///< of the machine in its network
    std::string system;                       ///< operating system found on it
    std::string firmware;                     ///< version and date of the BIOS
    std::optional<bool> uefi;                 ///< whether the firmware can start a system by UEFI
    std::string tpm;                          ///< "2.0", "1.2"; empty when none was seen
    std::vector<Lock> locks;                  ///< that are set
    std::optional<std::int64_t> memoryBytes;  ///< usable by the system
    std::vector<Processor> processors;
    std::vector<MemoryModule> modules;
    int memorySlots = 0;  ///< for modules, the empty ones too; 0: not said
    std::vector<Drive> drives;
    std::vector<Medium> media;
    std::vector<Graphics> graphics;
    std::vector<Screen> screens;
    std::vector<Battery> batteries;
    std::optional<int> batteryPercent;  ///< left, where a tool says it without capacities
    std::vector<std::string> macs;      ///< of real interfaces, lower case, sorted, each once
    int simCards = 0;                   ///< to be taken out before anything else
    std::string tool;                   ///< that tested the device, when one did
    std::vector<DeviceTest> tests;      ///< done by that tool
    std::vector<Note> notes;

    /// What is built in, when the modules tell; else what the system can use.
    [[nodiscard]] std::optional<std::int64_t> installedBytes() const;
    /// The worst one counts: a second battery does not make the first one better.
    [[nodiscard]] std::optional<int> batteryHealth() const;
};

}  // namespace remise::drivers::reports
