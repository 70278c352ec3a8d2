#include "server/documents/certificate_api.h"

#include "db/entity_store.h"
#include "db/report_store.h"
#include "db/unit_store.h"
#include "server/documents/drive_certificate.h"
#include "server/domain/canonical.h"
#include "server/domain/codes.h"
#include "server/domain/refusals.h"
#include "server/proof/sha256.h"
#include "server/proof/signed_document.h"
#include "server/wire/json.h"

namespace remise::documents {

using namespace domain;

namespace {

struct Desk {
    db::Pool& pool;
    const ledger::SealKeys keys;
    const std::string publicUrl;

    [[nodiscard]] Outcome<Value> certificate(const http::Request&) const;
};

Outcome<Value> Desk::certificate(const http::Request& request) const {
    const std::string code = normaliseScan(request.parameter("code"));
    if (codeKind(code) != CodeKind::drive)
        return Refusal(refusals::damagedCode, {{"code", code.substr(0, 64)}});
    const auto connection = pool.take();
    const auto drive = db::findEntityByCode(*connection, Subject::drive, code);
    if (!drive) return Refusal(refusals::unknownCode, {{"code", code}});
    const auto id = Uuid::parse(drive->state.textOr("report"));
    const auto stored = id ? db::findErasureReport(*connection, *id) : std::nullopt;
    if (drive->stage != "certified" || !drive->state.boolOr("proven", false) || !stored)
        return Refusal(refusals::noCertificate, {{"code", code}});
    const auto key = keys.signingKey();
    if (!key) return Refusal(refusals::noSigningKey);
    const auto report = wire::readJson(db::erasureReportBody(*connection, *id));
    if (!report) return report.refusal();
    const auto unit = db::findUnit(*connection, stored->unit);
    const std::string passport = publicUrl.empty() ? "" : publicUrl + "/u/" + stored->unit;
    return proof::signDocument(
        certificateOf({*drive, unit ? unit->state : Value(), stored->unit, *report, stored->sha256.hex(),
                       stored->site, passport, drive->state.integerOr("erased_at", 0)}),
        *key);
}

http::Reply showJson(const Desk& desk, const http::Request& request) {
    const auto made = desk.certificate(request);
    if (!made) return http::Reply::problem(made.refusal(), request.language);
    return http::Reply::json(*made);
}

http::Reply showPdf(const Desk& desk, const http::Request& request) {
    const auto made = desk.certificate(request);
    if (!made) return http::Reply::problem(made.refusal(), request.language);
    const labels::Page page = pageOf(*made, request.language);
    const std::string name = (*made)["drive"].textOr("code");
    return http::Reply::bytes("application/pdf", labels::toPdf({page}, page.title + " " + name))
        .with("Content-Disposition", "inline; filename=\"" + name + ".pdf\"");
}

}  // namespace

void addCertificateRoutes(http::Router& router, db::Pool& pool, ledger::SealKeys keys,
                          const std::string& publicUrl) {
    const Desk desk{pool, std::move(keys), publicUrl};
    router.add({"GET", "/api/v1/drives/{code}/certificate",
                [desk](const http::Request& request) { return showJson(desk, request); }});
    router.add({"GET", "/api/v1/drives/{code}/certificate.pdf",
                [desk](const http::Request& request) { return showPdf(desk, request); }});
}

}  // namespace remise::documents
