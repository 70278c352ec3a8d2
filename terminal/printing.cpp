#include "terminal/printing.h"

#include "server/domain/refusals.h"
#include "terminal/scan_rules.h"

namespace remise::terminal {

namespace {

constexpr int fewCodes = 100;
constexpr int codesInALease = 200;
constexpr const char* publicUrl = "public_url";

constexpr std::size_t longestSerial = 20;  ///< that a drive's label has room for

/// What stands on a machine's label; its web address is everybody's.
domain::Value unitData(const domain::Value& unit) {
    domain::Value data = domain::Value::Object{};
    for (const char* field : {"maker", "model", "grade"})
        if (unit[field].isText()) data[field] = unit[field];
    return data;
}

/// Drives come in powers of ten.
domain::Value driveData(const domain::Value& drive) {
    domain::Value data = domain::Value::Object{};
    for (const char* field : {"maker", "model"})
        if (drive[field].isText()) data[field] = drive[field];
    const std::string serial = drive.textOr("serial");
    if (!serial.empty() && serial.size() <= longestSerial) data["serial"] = serial;
    const std::int64_t gigabytes = (drive.integerOr("capacity_mb", 0) + 500) / 1000;
    if (gigabytes > 0) data["capacity"] = gigabytes;
    return data;
}

}  // namespace

Printing::Printing(Client& client, Cache& cache, Printers& printers, QObject* parent)
    : QObject(parent),
      m_client(client),
      m_cache(cache),
      m_printers(printers),
      m_publicUrl(client.server().toString().toStdString()) {
    if (const auto known = cache.answer(publicUrl); known && known->isText()) m_publicUrl = known->text();
    connect(&printers, &Printers::printed, this, &Printing::printed);
    connect(&printers, &Printers::changed, this, &Printing::changed);
}

void Printing::lease() {
    if (m_asking || m_cache.codesLeft() >= fewCodes) return;
    m_asking = true;
    domain::Value wish;
    wish["count"] = codesInALease;
    m_client.post("/api/v1/codes/lease", wish, [this](const Answer& answer) {
        m_asking = false;
        if (!answer.ok() || !answer.body["codes"].isArray()) return;
        m_cache.together([&] {
            for (const domain::Value& code : answer.body["codes"].array())
                if (code.isText()) m_cache.keepCode(code.text());
        });
        m_publicUrl = answer.body.textOr("public_url", m_publicUrl);
        m_cache.keepAnswer(publicUrl, m_publicUrl);
        emit leased();
    });
}

void Printing::leaseAnew() {
    m_cache.dropCodes();
    lease();
}

domain::Outcome<std::string> Printing::takeCode() {
    if (!m_printers.placeOf("unit")) return domain::Refusal(domain::refusals::printerAway);
    auto code = m_cache.takeCode();
    lease();
    if (!code) return domain::Refusal(domain::refusals::noLabelCodes);
    return *code;
}

domain::Value Printing::dataOf(const DeviceLabel& label) const {
    const bool isUnit = label.kind == "unit";
    domain::Value bare;
    bare["code"] = label.code;
    if (isUnit) bare["url"] = m_publicUrl;
    domain::Value data = isUnit ? unitData(label.of) : driveData(label.of);
    for (const auto& [name, value] : bare.object())
        data[name] = value;
    return m_printers.draw(label.kind, data) ? data : bare;
}

std::optional<Printing::Look> Printing::firstToday(const DeviceLabel& label) const {
    const auto place = m_printers.placeOf(label.kind);
    if (!place || !m_printers.wantsLook(label.kind)) return {};
    auto picture = m_printers.draw(label.kind, dataOf(label));
    if (!picture) return {};
    return Look{*place, *std::move(picture)};
}

domain::Verdict Printing::print(const DeviceLabel& label) {
    return m_printers.print(
        {.kind = label.kind, .data = dataOf(label), .name = label.code, .purpose = label.purpose});
}

void Printing::found(const std::string& code) {
    if (PrintQueue* queue = m_printers.queueWith(code)) queue->found(code);
}

void Printing::destroyed(const std::string& code) {
    if (PrintQueue* queue = m_printers.queueWith(code)) queue->destroyed(code);
}

void Printing::forget(const std::string& code) {
    if (PrintQueue* queue = m_printers.queueWith(code)) queue->forget(code);
}

std::optional<PrintQueue::Stage> Printing::stageOf(const std::string& code) const {
    const PrintQueue* queue = m_printers.queueWith(code);
    return queue ? queue->stageOf(code) : std::nullopt;
}

std::optional<domain::Refusal> Printing::troubleWith(const std::string& code) const {
    if (const auto why = m_printers.whyGivenUp(code)) return why;
    const PrintQueue* queue = m_printers.queueWith(code);
    if (!queue || queue->stageOf(code) == PrintQueue::Stage::out) return {};
    if (const auto doubtful = queue->doubtful())
        return domain::Refusal(domain::refusals::labelInDoubt, {{"code", groupedCode(*doubtful)}});
    if (queue->isHindered()) return printerRefusal(*queue->state());
    return {};
}

std::optional<PrinterTrouble> Printing::trouble() const {
    const auto known = m_printers.known();
    const auto called = [&](const Printers::Known& one) {
        return known.size() > 1 ? one.identity.model : std::string();
    };
    for (const Printers::Known& one : known)
        if (one.doubtful) return PrinterTrouble{called(one), {}};
    for (const Printers::Known& one : known)
        if (one.waiting > 0 && one.state && !canPrint(*one.state))
            return PrinterTrouble{called(one), one.state};
    return {};
}

}  // namespace remise::terminal
