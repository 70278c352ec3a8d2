#include "drivers/disks/ata/security_erase.h"

#include <algorithm>
#include <atomic>
#include <string_view>
#include <thread>

#include "drivers/disks/ata/identify.h"

namespace remise::drivers::disks::ata {
namespace {

constexpr std::uint8_t setPassword = 0xf1, erasePrepare = 0xf3, eraseUnit = 0xf4, disablePassword = 0xf6;

constexpr std::string_view password = "remise";

/// Three times as long as the drive expects, and half a day where it does not say.
std::chrono::seconds patienceFor(std::chrono::minutes expected) {
    return expected.count() > 0 ? 3 * expected + std::chrono::minutes(10) : std::chrono::hours(12);
}

/// Word 0 says whose password (0: the user's) and, in bit 1, that the erasure is enhanced; the password
/// follows.
bool sendPassword(Line& line, std::uint8_t code, bool isEnhanced, std::chrono::seconds patience) {
    std::array<std::uint8_t, 512> bytes{};
    bytes[0] = isEnhanced ? 2 : 0;
    std::ranges::copy(password, bytes.begin() + 2);
    Command command;
    command.command = code;
    command.data = Command::Data::out;
    command.count = 1;
    const auto reply = line.send(command, bytes, patience);
    return reply && reply->isOk();
}

bool sendPrepare(Line& line) {
    Command command;
    command.command = erasePrepare;
    const auto reply = line.send(command);
    return reply && reply->isOk();
}

std::string stateOf(const std::optional<Identify>& identify) {
    if (!identify) return "no answer";
    std::string text = identify->isSecured ? "security on" : "security off";
    if (identify->isLocked) text += ", locked";
    if (identify->isFrozen) text += ", frozen";
    return text;
}

constexpr std::chrono::seconds soon{15};

/// While the drive says nothing: it answers only when it is done.
bool eraseWaiting(Line& line, const Identify& identify, const Waiting& waiting) {
    std::atomic<bool> isOver = false;
    std::thread teller([&] {
        while (!isOver) {
            waiting.onProgress(0);
            for (int n = 0; n < 10 && !isOver; ++n)
                std::this_thread::sleep_for(waiting.betweenLooks / 10);
        }
    });
    const bool isEnhanced = identify.hasEnhancedErase;
    const bool isOk = sendPrepare(line) &&
                      sendPassword(line, eraseUnit, isEnhanced,
                                   patienceFor(isEnhanced ? identify.enhancedEraseTime : identify.eraseTime));
    isOver = true;
    teller.join();
    return isOk;
}

}  // namespace

Attempt securityErase(Line& line, const Waiting& waiting) {
    Attempt attempt;
    const auto before = identify(line);
    attempt.before = stateOf(before);
    attempt.after = attempt.before;
    if (!before || !before->hasSecurity || before->isSecured || before->isLocked || before->isFrozen)
        return attempt;
    if (waiting.shallStop()) {
        attempt.result = StepResult::stopped;
        return attempt;
    }
    const bool isSet = sendPassword(line, setPassword, false, soon);
    const auto between = identify(line);
    attempt.before = stateOf(between);
    if (!isSet || !between || !between->isSecured) {
        attempt.after = attempt.before;
        return attempt;
    }
    const bool isOk = eraseWaiting(line, *before, waiting);
    auto after = identify(line);
    attempt.after = stateOf(after);
    // The drive forgets the password when it has erased itself, and only then: its answer alone is nothing.
    const bool hasForgotten = after && !after->isSecured;
    attempt.result = isOk && hasForgotten ? StepResult::done : StepResult::failed;
    if (!hasForgotten && sendPassword(line, disablePassword, false, soon))
        attempt.after = stateOf(identify(line));
    return attempt;
}

}  // namespace remise::drivers::disks::ata
