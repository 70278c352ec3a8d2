// Our bytes for ZPL printers, drawn by a renderer that is not ours: the same dots for every kind of label on
// every paper, and scanners read what it drew.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { webcrypto } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const remiseLabel = join(process.env.REMISE_BUILD, 'bin/remise-label');
const layouts = fileURLToPath(new URL('../../labels/layouts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'remise-render-'));
after(() => rmSync(folder, { recursive: true }));

// Debian's Node 18 knows this name only when asked, and takes the renderer's other form only.
globalThis.crypto ??= webcrypto;
const { ready } = createRequire(import.meta.url)('zpl-renderer-js');

let api;
before(async () => ({ api } = await ready));

/// A label of made-up data, as the virtual printer leaves it: our picture, and the bytes for a ZPL printer.
function printed(kind, data, size, dpi) {
    const printer = join(folder, `${kind}-${size}-${dpi}`);
    execFileSync(remiseLabel, ['print', kind, '--data', JSON.stringify(data), '--size', size, '--dpi', dpi,
        '--printer', `virtual:${printer}`]);
    const labels = readdirSync(join(printer, 'labels')).map((file) => join(printer, 'labels', file));
    return { zpl: labels.find((file) => file.endsWith('.zpl')), png: labels.find((file) => file.endsWith('.png')) };
}

/// Width and height stand in a PNG's first chunk.
function sizeOf(png) {
    const bytes = readFileSync(png);
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

async function rendered(zpl, { width, height }, file) {
    // The renderer takes millimetres: one dot a millimetre makes them dots.
    const png = await api.zplToBase64Async(readFileSync(zpl, 'latin1'), width, height, 1);
    writeFileSync(file, Buffer.from(png, 'base64'));
    return file;
}

function differentDots(one, other) {
    const { stderr } = spawnSync('compare', ['-metric', 'AE', one, other, 'null:'], { encoding: 'utf8' });
    return stderr.trim();
}

function textsIn(picture) {
    const { stdout } = spawnSync(remiseLabel, ['read', picture], { encoding: 'utf8' });
    return stdout;
}

for (const file of readdirSync(layouts).sort()) {
    const kind = file.replace('.json', '');
    const { sample, papers } = JSON.parse(readFileSync(join(layouts, file)));
    for (const { size } of papers)
        for (const dpi of ['203', '300'])
            test(`${kind} on ${size} mm at ${dpi} dpi is drawn with the same dots, and read`, async () => {
                const label = printed(kind, sample, size, dpi);
                const picture = await rendered(label.zpl, sizeOf(label.png), join(folder, `${kind}-${size}-${dpi}.png`));
                assert.deepEqual(sizeOf(picture), sizeOf(label.png));
                assert.equal(differentDots(picture, label.png), '0');
                assert.equal(textsIn(picture), textsIn(label.png));
                if (sample.code) assert.ok(textsIn(picture).includes(sample.code));
            });
}
