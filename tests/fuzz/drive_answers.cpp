// Any bytes at all as the answers of a drive to whatever it is asked: registers, sectors of data, status. It
// is never waited for without end, its texts can be printed, and it has erased itself only where it said so.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "drivers/disks/ata/firmware.h"
#include "drivers/disks/ata/identify.h"
#include "drivers/disks/nvme/firmware.h"
#include "drivers/disks/nvme/identify.h"

namespace {

using namespace remise::drivers::disks;

void require(bool holds) {
    if (!holds) std::abort();
}

/// The bytes one after the other; when they are used up the drive is silent.
class Answers {
public:
    explicit Answers(std::string_view bytes) : m_bytes(bytes) {}
    [[nodiscard]] bool isOver() const { return m_bytes.empty(); }
    std::uint8_t next() {
        if (m_bytes.empty()) return 0;
        const auto byte = static_cast<std::uint8_t>(m_bytes.front());
        m_bytes.remove_prefix(1);
        return byte;
    }
    void fill(std::span<std::uint8_t> data) {
        std::ranges::generate(data, [this] { return next(); });
    }

private:
    std::string_view m_bytes;
};

class AtaAnswers : public ata::Line {
public:
    explicit AtaAnswers(std::string_view bytes) : m_answers(bytes) {}
    std::optional<ata::Reply> send(const ata::Command& command, std::span<std::uint8_t> data,
                                   std::chrono::seconds) override {
        if (m_answers.isOver()) return {};
        std::array<std::uint8_t, 22> sense{};
        m_answers.fill(sense);
        if (command.data == ata::Command::Data::in) m_answers.fill(data);
        return ata::registersIn(sense);
    }

private:
    Answers m_answers;
};

class NvmeAnswers : public nvme::Line {
public:
    explicit NvmeAnswers(std::string_view bytes) : m_answers(bytes) {}
    std::optional<int> send(const nvme::Command&, std::span<std::uint8_t> data,
                            std::chrono::milliseconds) override {
        if (m_answers.isOver()) return {};
        m_answers.fill(data);
        return m_answers.next();
    }

private:
    Answers m_answers;
};

void checkText(const std::string& text) {
    require(std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; }));
}

void checkIdentity(const Identity& identity) {
    checkText(identity.serial);
    checkText(identity.model);
    checkText(identity.firmware);
}

void useAll(Firmware& firmware) {
    Waiting waiting;
    waiting.betweenLooks = std::chrono::milliseconds(0);
    waiting.onProgress = [](unsigned done) { require(done <= 0xffff); };
    const HiddenArea area = firmware.openHiddenArea();
    require(area.state != HiddenArea::State::none || area.sectors == 0);
    for (const Method method : firmware.methods()) {
        const Attempt attempt = firmware.attempt(method, waiting);
        checkText(attempt.before);
        checkText(attempt.after);
        require(attempt.result != StepResult::stopped);  // nobody did
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    AtaAnswers disk(bytes);
    if (const auto said = ata::identify(disk)) checkIdentity(said->identity);
    NvmeAnswers controller(bytes);
    if (const auto said = nvme::identify(controller)) checkIdentity(said->identity);
    ata::AtaFirmware ofDisk(std::make_unique<AtaAnswers>(bytes), [] {});
    useAll(ofDisk);
    nvme::NvmeFirmware ofController(std::make_unique<NvmeAnswers>(bytes), 1);
    useAll(ofController);
    return 0;
}
