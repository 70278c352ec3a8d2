#include "drivers/disks/ata/firmware.h"

#include "drivers/disks/ata/hidden_area.h"
#include "drivers/disks/ata/identify.h"
#include "drivers/disks/ata/sanitize.h"
#include "drivers/disks/ata/security_erase.h"

namespace remise::drivers::disks::ata {

AtaFirmware::AtaFirmware(std::unique_ptr<Line> line, std::function<void()> rescan)
    : m_line(std::move(line)), m_rescan(std::move(rescan)) {
}

std::vector<Method> AtaFirmware::methods() {
    const auto drive = identify(*m_line);
    std::vector<Method> methods;
    if (!drive) return methods;
    if (!drive->isSolidState) {
        if (drive->canOverwrite) methods.push_back(Method::ataSanitizeOverwrite);
        return methods;
    }
    if (drive->canBlockErase) methods.push_back(Method::ataSanitizeBlock);
    if (drive->canCryptoScramble) methods.push_back(Method::ataSanitizeCrypto);
    if (drive->hasSecurity) methods.push_back(Method::ataSecurityErase);
    return methods;
}

std::optional<Medium> AtaFirmware::medium() {
    const auto drive = identify(*m_line);
    if (!drive) return {};
    return drive->isSolidState ? Medium::ssd : Medium::hdd;
}

Attempt AtaFirmware::attempt(Method method, const Waiting& waiting) {
    return method == Method::ataSecurityErase ? securityErase(*m_line, waiting)
                                              : sanitize(*m_line, method, waiting);
}

HiddenArea AtaFirmware::openHiddenArea() {
    const HiddenArea area = ata::openHiddenArea(*m_line);
    if (area.state == HiddenArea::State::removed || area.state == HiddenArea::State::left) m_rescan();
    return area;
}

bool AtaFirmware::isFrozen() {
    const auto drive = identify(*m_line);
    return drive && drive->isFrozen;
}

}  // namespace remise::drivers::disks::ata
