#include "terminal/printing.h"

#include "server/domain/refusals.h"
#include "terminal/scan_rules.h"

namespace remise::terminal {

namespace {

constexpr int fewCodes = 100;
constexpr int codesInALease = 200;
constexpr const char* publicUrl = "public_url";
constexpr const char* unitLabel = "unit";

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
    if (!m_printers.placeOf(unitLabel)) return domain::Refusal(domain::refusals::printerAway);
    auto code = m_cache.takeCode();
    lease();
    if (!code) return domain::Refusal(domain::refusals::noLabelCodes);
    return *code;
}

domain::Value Printing::dataOf(const UnitLabel& label) const {
    domain::Value data = domain::Value::Object{{"code", label.code}, {"url", m_publicUrl}};
    for (const char* field : {"maker", "model", "grade"})
        if (label.unit[field].isText()) data[field] = label.unit[field];
    return data;
}

std::optional<Printing::Look> Printing::firstToday(const UnitLabel& label) const {
    const auto place = m_printers.placeOf(unitLabel);
    if (!place || !m_printers.wantsLook(unitLabel)) return {};
    auto picture = m_printers.draw(unitLabel, dataOf(label));
    if (!picture) return {};
    return Look{*place, *std::move(picture)};
}

domain::Verdict Printing::print(const UnitLabel& label) {
    return m_printers.print(
        {.kind = unitLabel, .data = dataOf(label), .name = label.code, .purpose = label.purpose});
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
