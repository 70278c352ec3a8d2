import QtQuick
import Remise

/// A machine on a bench: its code, what it is, how it stands by shape, colour and word, and what hands are for.
Touchable {
    id: tile

    property var bench: ({})
    property var words: ({})
    /// Which machine was under the finger when it came down: tiles may move meanwhile.
    property string aimedAt: ""
    readonly property string report: bench["report"] ?? ""
    readonly property string sign: bench["sign"] ?? ""
    readonly property color tone: States.colourOf(sign)
    readonly property string needs: choosing ? "" : bench["needs"] ?? ""
    readonly property string mark: bench["mark"] ?? ""
    readonly property bool isOther: bench["isOther"] ?? false
    readonly property color markColour: isOther ? Tokens.stop : Tokens.teal
    readonly property string code: bench["code"] ?? ""
    readonly property int permil: bench["permil"] ?? -1
    /// Somebody chooses among them: what else hands are for is of no interest now.
    property bool choosing: false
    readonly property string detail: bench["detail"] ?? ""

    signal chosen(string report)

    touchLabel: code === "" ? bench["name"] ?? "" : code
    edge: mark !== "" && !isOther ? Tokens.teal : needs !== "" ? tone : Tokens.line
    border.width: (mark !== "" && !isOther) || needs !== "" ? 4 : 2
    onHeldChanged: if (held) aimedAt = report
    onTouched: if (aimedAt === report) chosen(report)

    Icon {
        id: picture

        anchors { left: parent.left; leftMargin: 16; top: parent.top; topMargin: 14 }
        name: tile.bench["icon"] ?? ""
        colour: tile.tone
        side: 60
    }

    Column {
        anchors { left: picture.right; leftMargin: 14; right: parent.right; rightMargin: 12; top: parent.top; topMargin: 8 }

        Said {
            width: parent.width
            text: tile.code === "" ? tile.bench["name"] ?? "" : tile.code
            strong: true
            font.pixelSize: 28
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 24
            font.letterSpacing: tile.code === "" ? 0 : 1
            maximumLineCount: 1
            elide: Text.ElideRight
        }

        Said {
            width: parent.width
            text: tile.mark !== "" ? tile.mark
                                   : tile.code !== "" ? tile.bench["name"] ?? "" : tile.detail !== "" ? tile.detail : tile.words["bench.no_code"] ?? ""
            strong: tile.mark !== ""
            color: tile.mark !== "" ? tile.markColour : Tokens.muted
            maximumLineCount: 1
            elide: Text.ElideRight
        }
    }

    Row {
        id: state

        anchors { left: parent.left; leftMargin: 16; right: parent.right; rightMargin: 12; bottom: foot.visible ? foot.top : parent.bottom; bottomMargin: foot.visible ? 6 : 12 }
        spacing: 10

        StateSign {
            id: shape

            anchors.verticalCenter: parent.verticalCenter
            sign: tile.sign
            side: 30
        }

        Said {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - shape.width - parent.spacing
            text: tile.bench["word"] ?? ""
            strong: true
            color: tile.tone
            maximumLineCount: 1
            elide: Text.ElideRight
        }
    }

    Item {
        id: foot

        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: 52
        visible: !tile.choosing

        Rectangle {
            anchors.fill: parent
            visible: tile.needs !== ""
            radius: Tokens.corner
            color: tile.tone

            Row {
                anchors { left: parent.left; leftMargin: 16; verticalCenter: parent.verticalCenter }
                spacing: 10

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    name: tile.bench["needsIcon"] ?? ""
                    colour: "#ffffff"
                    side: 32
                }

                Said {
                    anchors.verticalCenter: parent.verticalCenter
                    text: tile.needs
                    strong: true
                    color: "white"
                }
            }
        }

        Row {
            anchors { left: parent.left; leftMargin: 16; right: parent.right; rightMargin: 16; verticalCenter: parent.verticalCenter }
            visible: tile.needs === "" && tile.permil >= 0
            spacing: 12

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - done.width - parent.spacing
                height: 18
                radius: 9
                color: "#E6E2D8"

                Rectangle {
                    width: parent.width * Math.max(0, tile.permil) / 1000
                    height: parent.height
                    radius: parent.radius
                    color: tile.tone
                }
            }

            Said {
                id: done

                anchors.verticalCenter: parent.verticalCenter
                text: tile.bench["left"] || Math.floor(tile.permil / 10) + "\u00a0%"
            }
        }
    }
}
