import QtQuick
import Remise

/// Which machine this is: its code in large, what it is, where it stands.
Column {
    id: head

    required property BenchProgram bench
    readonly property var machine: bench.state.machine ?? ({})

    spacing: 16

    Text {
        width: parent.width
        visible: head.bench.unit !== ""
        text: head.bench.unit.slice(0, 4) + " " + head.bench.unit.slice(4)
        color: Tokens.ink
        font { pixelSize: 88; bold: true; letterSpacing: 4 }
    }

    Text {
        width: parent.width
        text: [head.machine.maker, head.machine.model].filter(part => part).join(" ")
        color: Tokens.ink
        font { pixelSize: 40; bold: true }
        elide: Text.ElideRight
    }

    Text {
        width: parent.width
        visible: text !== ""
        text: head.machine.bench ?? ""
        color: Tokens.muted
        font.pixelSize: 34
    }
}
