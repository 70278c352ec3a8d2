import QtQuick
import Remise

/// The unit in hand: its code in large letters, what it is, and where it stands on its way.
Column {
    id: strip

    property var unit: ({})

    height: visible ? implicitHeight : 0
    spacing: 12

    Row {
        width: parent.width
        spacing: 24

        Said {
            id: code

            text: strip.unit["code"] ?? ""
            strong: true
            font.pixelSize: 56
            font.letterSpacing: 2
        }

        Said {
            anchors.baseline: code.baseline
            width: parent.width - code.width - parent.spacing
            text: strip.unit["name"] ?? ""
            font.pixelSize: 26
            color: Tokens.muted
            elide: Text.ElideRight
            maximumLineCount: 1
        }
    }

    Steps {
        width: parent.width
        steps: strip.unit["steps"] ?? []
    }
}
