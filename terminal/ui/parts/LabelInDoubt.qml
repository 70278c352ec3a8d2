import QtQuick
import Remise

/// A label that may be out keeps all others waiting: it is on its machine, or it is torn up.
Rectangle {
    id: panel

    required property PrinterScreen printers
    property var words: ({})

    radius: Tokens.corner
    color: "#FBEBEA"
    border { width: 4; color: Tokens.stop }

    Said {
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: 32 }
        horizontalAlignment: Text.AlignHCenter
        text: panel.printers.doubt
        strong: true
        color: Tokens.stop
        font.pixelSize: 34
    }

    Row {
        id: answers

        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: 24 }
        height: Math.min(260, panel.height * 0.55)
        spacing: 20

        AnswerTile {
            width: (answers.width - answers.spacing) / 2
            height: answers.height
            icon: "tag"
            label: panel.words["printers.found"]
            onTouched: panel.printers.found()
        }

        AnswerTile {
            width: (answers.width - answers.spacing) / 2
            height: answers.height
            icon: "label-torn"
            label: panel.words["card.destroyed"]
            onTouched: panel.printers.destroyed()
        }
    }
}
