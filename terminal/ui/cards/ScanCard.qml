import QtQuick
import Remise

/// The scanner answers. Where one thing only is right, its name and code are shown; where there is nothing to
/// scan, something can be touched instead.
Item {
    id: card

    property string picture
    property string wanted
    property string wantedCode
    property string insteadLabel
    property string insteadIcon
    property string text
    readonly property string grouped: wantedCode.replace(/(.{4})(?=.)/g, "$1\u00a0")
    readonly property int frame: Math.min(280, height * (insteadLabel === "" ? 0.62 : 0.5))

    signal touchedInstead()

    Column {
        anchors { centerIn: parent; verticalCenterOffset: card.insteadLabel === "" ? 0 : -56 }
        spacing: Math.min(32, card.height * 0.06)

        Item {
            anchors.horizontalCenter: parent.horizontalCenter
            width: card.frame
            height: card.frame

            Icon {
                name: "scan-frame"
                colour: Tokens.sun
                side: card.frame
            }

            Icon {
                anchors.centerIn: parent
                name: card.picture
                side: card.frame * 0.46
            }
        }

        Said {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: text !== ""
            text: card.wanted
            strong: true
            font.pixelSize: 56
            font.letterSpacing: 2
        }

        Said {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: text !== "" && text !== card.wanted
            text: card.grouped
            font.pixelSize: 34
            font.letterSpacing: 2
            color: Tokens.muted
        }

        Said {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: text !== ""
            width: Math.min(implicitWidth, card.width)
            horizontalAlignment: Text.AlignHCenter
            text: card.text
            font.pixelSize: 28
            color: Tokens.muted
        }
    }

    Touchable {
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom }
        visible: card.insteadLabel !== ""
        width: inside.width + 56
        height: 92
        touchLabel: card.insteadLabel
        onTouched: card.touchedInstead()

        Row {
            id: inside

            anchors.centerIn: parent
            spacing: 16

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: card.insteadIcon
                side: 44
            }

            Said {
                anchors.verticalCenter: parent.verticalCenter
                text: card.insteadLabel
                font.pixelSize: 28
            }
        }
    }
}
