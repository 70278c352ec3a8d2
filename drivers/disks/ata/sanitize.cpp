#include "drivers/disks/ata/sanitize.h"

#include <thread>

namespace remise::drivers::disks::ata {
namespace {

constexpr std::uint8_t sanitizeDevice = 0xb4;

// Features, and the words in the address that keep a stray command from doing this.
constexpr std::uint16_t statusExt = 0x00, cryptoScramble = 0x11, blockErase = 0x12, overwrite = 0x14;
constexpr std::uint64_t cryp = 0x43727970, bker = 0x426b4572, ow = 0x4f57;

/// A drive that says nothing for so long has gone astray: each look is a command that takes no time.
constexpr int looksWithoutAnswer = 30;

struct State {
    bool isCompleted = false, isInProgress = false, isFrozen = false;
    unsigned progress = 0;  ///< of 65,536

    [[nodiscard]] std::string text() const {
        if (isInProgress) return "sanitize in progress";
        if (isFrozen) return "sanitize frozen";
        return isCompleted ? "sanitize completed" : "sanitize not completed";
    }
};

std::optional<State> ask(Line& line) {
    Command command;
    command.command = sanitizeDevice;
    command.width = Command::Width::bits48;
    command.features = statusExt;
    const auto reply = line.send(command);
    if (!reply) return {};
    // A drive on which it failed answers with an error: nothing is completed then.
    if (!reply->isOk()) return State{};
    return State{(reply->count & 0x8000) != 0, (reply->count & 0x4000) != 0, (reply->count & 0x2000) != 0,
                 static_cast<unsigned>(reply->lba & 0xffff)};
}

Command commandFor(Method method) {
    Command command;
    command.command = sanitizeDevice;
    command.width = Command::Width::bits48;
    switch (method) {
        case Method::ataSanitizeOverwrite:
            command.features = overwrite;
            command.count = 1;       // one pass
            command.lba = ow << 32;  // of zeros
            break;
        case Method::ataSanitizeBlock:
            command.features = blockErase;
            command.lba = bker;
            break;
        default:
            command.features = cryptoScramble;
            command.lba = cryp;
            break;
    }
    return command;
}

/// Until it is no longer in progress; nothing when the drive fell silent or somebody wants to stop.
std::optional<State> wait(Line& line, const Waiting& waiting) {
    for (int silent = 0; silent < looksWithoutAnswer && !waiting.shallStop();) {
        const auto state = ask(line);
        silent = state ? 0 : silent + 1;
        if (state && !state->isInProgress) return state;
        if (state) waiting.onProgress(state->progress);
        std::this_thread::sleep_for(waiting.betweenLooks);
    }
    return {};
}

}  // namespace

Attempt sanitize(Line& line, Method method, const Waiting& waiting) {
    Attempt attempt;
    const auto before = ask(line);
    if (!before) return attempt;
    attempt.before = before->text();
    // One that was begun before, and that a loss of power has not ended, goes first.
    if (before->isInProgress && !wait(line, waiting)) {
        attempt.result = waiting.shallStop() ? StepResult::stopped : StepResult::timeout;
        return attempt;
    }
    const auto taken = line.send(commandFor(method));
    if (!taken || !taken->isOk()) {
        attempt.after = "refused, " + before->text();
        return attempt;
    }
    const auto after = wait(line, waiting);
    attempt.after = after ? after->text() : "sanitize in progress";
    if (after)
        attempt.result = after->isCompleted ? StepResult::done : StepResult::failed;
    else
        attempt.result = waiting.shallStop() ? StepResult::stopped : StepResult::timeout;
    return attempt;
}

}  // namespace remise::drivers::disks::ata
