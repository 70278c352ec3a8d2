#include "drivers/disks/nvme/firmware.h"

#include <array>
#include <atomic>
#include <thread>

#include "drivers/disks/nvme/identify.h"

namespace remise::drivers::disks::nvme {
namespace {

constexpr std::uint8_t getLogPage = 0x02, formatNvm = 0x80, sanitizeIt = 0x84;
constexpr std::uint32_t sanitizeStatus = 0x81;
constexpr std::uint32_t exitFailure = 1, blockErase = 2, cryptoErase = 4;  // SANACT (5.24)
constexpr std::uint32_t userDataErase = 1;                                 // SES (5.14)

/// A drive that says nothing for so long has gone astray: each look is a command that takes no time.
constexpr int looksWithoutAnswer = 30;

/// Base Specification 2.0, 5.16.1.25.
struct State {
    unsigned progress = 0;  ///< of 65,536
    unsigned status = 0;

    [[nodiscard]] bool isInProgress() const { return (status & 7) == 2; }
    [[nodiscard]] bool hasFailed() const { return (status & 7) == 3; }
    [[nodiscard]] bool isCompleted() const { return (status & 7) == 1 || (status & 7) == 4; }
    [[nodiscard]] std::string text() const {
        if (isInProgress()) return "sanitize in progress";
        if (hasFailed()) return "sanitize failed";
        return isCompleted() ? "sanitize completed" : "never sanitized";
    }
};

std::optional<State> ask(Line& line) {
    constexpr std::uint32_t everyNameSpace = 0xffffffff;
    std::array<std::uint8_t, 512> log{};
    constexpr std::uint32_t dwords = log.size() / 4 - 1;
    if (line.send({getLogPage, everyNameSpace, sanitizeStatus | dwords << 16, 0}, log,
                  std::chrono::seconds(15)) != 0)
        return {};
    return State{static_cast<unsigned>(log[0] | log[1] << 8), static_cast<unsigned>(log[2] | log[3] << 8)};
}

std::optional<State> wait(Line& line, const Waiting& waiting) {
    for (int silent = 0; silent < looksWithoutAnswer && !waiting.shallStop();) {
        const auto state = ask(line);
        silent = state ? 0 : silent + 1;
        if (state && !state->isInProgress()) return state;
        if (state) waiting.onProgress(state->progress);
        std::this_thread::sleep_for(waiting.betweenLooks);
    }
    return {};
}

Attempt sanitize(Line& line, Method method, const Waiting& waiting) {
    Attempt attempt;
    auto before = ask(line);
    if (!before) return attempt;
    attempt.before = before->text();
    const auto givenUp = [&] { return waiting.shallStop() ? StepResult::stopped : StepResult::timeout; };
    if (before->isInProgress()) before = wait(line, waiting);
    if (!before) return {givenUp(), attempt.before, attempt.before};
    // A failed one locks the drive until it is told that somebody knows.
    if (before->hasFailed()) line.send({sanitizeIt, 0, exitFailure, 0});
    const std::uint32_t action = method == Method::nvmeSanitizeBlock ? blockErase : cryptoErase;
    if (line.send({sanitizeIt, 0, action, 0}, {}, std::chrono::minutes(2)) != 0) {
        attempt.after = "refused, " + attempt.before;
        return attempt;
    }
    const auto after = wait(line, waiting);
    attempt.after = after ? after->text() : "sanitize in progress";
    attempt.result = !after ? givenUp() : after->isCompleted() ? StepResult::done : StepResult::failed;
    return attempt;
}

/// It answers only when it is done.
Attempt format(Line& line, std::uint32_t nameSpace, const Waiting& waiting) {
    Attempt attempt;
    const auto keep = currentFormat(line, nameSpace);
    if (!keep) return attempt;
    if (waiting.shallStop()) return {StepResult::stopped, {}, {}};
    std::atomic<bool> isOver = false;
    std::thread teller([&] {
        while (!isOver) {
            waiting.onProgress(0);
            for (int n = 0; n < 10 && !isOver; ++n)
                std::this_thread::sleep_for(waiting.betweenLooks / 10);
        }
    });
    const auto status =
        line.send({formatNvm, nameSpace, *keep | userDataErase << 9, 0}, {}, std::chrono::hours(4));
    isOver = true;
    teller.join();
    attempt.result = !status ? StepResult::timeout : *status == 0 ? StepResult::done : StepResult::refused;
    attempt.after = status ? "format status " + std::to_string(*status) : "no answer";
    return attempt;
}

}  // namespace

NvmeFirmware::NvmeFirmware(std::unique_ptr<Line> line, std::uint32_t nameSpace)
    : m_line(std::move(line)), m_nameSpace(nameSpace) {
}

std::vector<Method> NvmeFirmware::methods() {
    const auto controller = identify(*m_line);
    std::vector<Method> methods;
    if (!controller || !controller->hasOneNameSpace) return methods;
    if (controller->canSanitizeBlock) methods.push_back(Method::nvmeSanitizeBlock);
    if (controller->canSanitizeCrypto) methods.push_back(Method::nvmeSanitizeCrypto);
    if (controller->canFormat) methods.push_back(Method::nvmeFormat);
    return methods;
}

Attempt NvmeFirmware::attempt(Method method, const Waiting& waiting) {
    return method == Method::nvmeFormat ? format(*m_line, m_nameSpace, waiting)
                                        : sanitize(*m_line, method, waiting);
}

/// What no namespace has, or one that is not in use, cannot be read or written: data of others may be there.
/// A drive that does not say how large it is has to say that there is no other namespace than ours.
HiddenArea NvmeFirmware::openHiddenArea() {
    const auto controller = identify(*m_line);
    if (!controller) return {HiddenArea::State::unknown, 0};
    if (!controller->managesNameSpaces) return {HiddenArea::State::none, 0};
    if (controller->nameSpaces && *controller->nameSpaces != 1) return {HiddenArea::State::left, 0};
    if (controller->bytes == 0 && !controller->nameSpaces) return {HiddenArea::State::unknown, 0};
    if (controller->unallocated == 0) return {HiddenArea::State::none, 0};
    return {HiddenArea::State::left, controller->unallocated / 512};
}

}  // namespace remise::drivers::disks::nvme
